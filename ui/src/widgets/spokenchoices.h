#pragma once

namespace sparring::ui {

/// From now on a screen reader is told what a combo box chooses and not its value alone: on Linux Qt gives the value as
/// the name, and leaves the rest to a label that the box's own parent would have to hold. More than once is as once.
void nameChoices();

}  // namespace sparring::ui
