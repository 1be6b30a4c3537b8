// What a lesson says, in the language of the window.
#pragma once

#include <QString>

#include "sparring/lesson.h"

namespace sparring::ui {

QString lessonText(const LocalText& text);  ///< plain, in the window's language
QString lessonRich(const LocalText& text);  ///< as HTML

/// How a condition stands: "waiting: step 312 of 500", "done".
QString standingText(const Condition& condition, const Condition::Standing& standing);

/// "demo-fgsm, lambda = 0,1": what a step starts.
QString settingsText(const LessonStep& step);
/// What its button says.
QString startText(const LessonStep& step);

}  // namespace sparring::ui
