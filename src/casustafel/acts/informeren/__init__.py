"""The duty to inform, in the file in which a person is recorded: consult, defer, record. Covenant 11."""
