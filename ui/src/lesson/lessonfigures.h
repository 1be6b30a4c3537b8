// What is shown, as plain figures that a lesson's conditions are held against.
#pragma once

#include "sparring/lesson.h"

namespace sparring::ui {

class Shown;

/// Of the run that is shown, at its newest step; settings as wished, unless a run is looked at. Good until `shown`
/// changes.
LessonFigures lessonFiguresOf(const Shown& shown);

}  // namespace sparring::ui
