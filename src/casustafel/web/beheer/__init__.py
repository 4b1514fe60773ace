"""Managing the covenant itself: annexes, notice to leave, disputes, evaluation, deputies. Covenant 4, 16–18."""
