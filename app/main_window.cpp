// The window. Everything it does is in ui/.
#include "descriptors.h"
#include "sparring_ui/app.h"

int main(int argc, char** argv) {
  sparring::openStandardDescriptors();
  return sparring::ui::runWindow(argc, argv);
}
