#include "train/failure.h"

#include <new>
#include <string>

namespace sparring {

Error failureOf(const std::exception& error) {
  const std::string text = error.what(), line = text.substr(0, text.find('\n'));
  const auto says = [&](const char* words) { return text.find(words) != std::string::npos; };
  if (says("CUDA") && says("out of memory"))
    return Error({QT_TRANSLATE_NOOP("core", "The card has not enough memory for this run."), {}},
                 {QT_TRANSLATE_NOOP("core",
                                    "Make batch, the hidden widths or the number of lanes smaller, or set device to "
                                    "cpu. A run with a folder can be resumed from its last checkpoint."),
                  {}});
  if (says("out of memory") || says("can't allocate memory") || dynamic_cast<const std::bad_alloc*>(&error))
    return Error({QT_TRANSLATE_NOOP("core", "There is not enough memory for this run."), {}},
                 {QT_TRANSLATE_NOOP("core",
                                    "Make batch or the hidden widths smaller. A run with a folder can be resumed from "
                                    "its last checkpoint."),
                  {}});
  if (says("CUDA error") || says("CUDA driver") || says("cuBLAS") || says("CUBLAS_STATUS"))
    return Error({QT_TRANSLATE_NOOP("core", "The card gave up: %1"), {line}},
                 {QT_TRANSLATE_NOOP("core",
                                    "This program cannot use it any more. Start it anew and resume the run from its "
                                    "last checkpoint; if that fails again, with device set to cpu."),
                  {}});
  return Error({QT_TRANSLATE_NOOP("core", "Training broke off: %1"), {line}},
               {QT_TRANSLATE_NOOP("core", "A run with a folder can be resumed from its last checkpoint."), {}});
}

}  // namespace sparring
