package dev.gator.resilience;

/** Extra calls earned by ordinary ones: each earns a share of one, and some may be saved up. Thread-safe. */
final class Allowance {

    private final double share;
    private final double most;
    private double saved;

    Allowance(double share, double atFirst, double most) {
        this.share = share;
        this.saved = atFirst;
        this.most = most;
    }

    synchronized void earn() {
        saved = Math.min(most, saved + share);
    }

    synchronized boolean spend() {
        // a share of 0.1 is earned exactly ten times, but its sum in binary falls short of one by a hair
        if (saved < 1 - 1e-9) {
            return false;
        }
        saved -= 1;
        return true;
    }
}
