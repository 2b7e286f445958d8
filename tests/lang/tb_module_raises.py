# An exception in an imported module, at import.
import pkg_broken.raises
