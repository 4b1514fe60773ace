"""All that a user can do or read, one act each, and the gate that every act goes through."""
