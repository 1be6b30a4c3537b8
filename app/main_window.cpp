// The window. Everything it does is in ui/.
#include "sparring_ui/app.h"

int main(int argc, char** argv) { return sparring::ui::runWindow(argc, argv); }
