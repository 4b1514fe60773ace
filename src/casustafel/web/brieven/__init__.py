"""Letters and printed texts as PDF: the face of `casustafel.brieven`. Covenant 11, 12."""
