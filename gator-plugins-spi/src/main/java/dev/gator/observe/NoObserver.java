package dev.gator.observe;

enum NoObserver implements Observer {
    INSTANCE;

    @Override
    public void on(Event event) {}
}
