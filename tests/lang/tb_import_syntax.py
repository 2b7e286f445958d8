# A syntax error in an imported module.
print("importing")
import pkg_broken.syntax
