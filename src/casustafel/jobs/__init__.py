"""What runs without anybody at a screen: the relay between the files."""
