package dev.gator.observe;

record Observers(Observer first, Observer second) implements Observer {

    @Override
    public void on(Event event) {
        try {
            first.on(event);
        } finally {
            second.on(event);
        }
    }
}
