package dev.gator.call;

enum NoLimits implements Spending {
    INSTANCE;

    @Override
    public Reservation reserve(Estimate estimate) {
        return Reservation.NOTHING;
    }
}
