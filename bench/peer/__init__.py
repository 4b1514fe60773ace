"""The peer: a case register built from well-known packages in the ordinary way. It is nobody's product."""
