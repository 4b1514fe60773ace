"""What every file carries: the store router, log rows, the outbox, sealed records and the pass that opens them."""
