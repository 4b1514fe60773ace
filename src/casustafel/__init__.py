"""Casustafel: the information system of the covenant, in which every article is a rule that the software keeps."""
