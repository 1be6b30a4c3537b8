#include "train/failure.h"

#include <filesystem>
#include <string>

namespace sparring {

Error failureOf(const std::exception& error, bool resumable) {
  const std::string text = error.what(), line = text.substr(0, text.find('\n'));
  const auto says = [&](const char* words) { return text.find(words) != std::string::npos; };
  const auto hint = [&](const char* toResume, const char* anew) { return Message{resumable ? toResume : anew, {}}; };
  if (says("CUDA") && says("out of memory"))
    return Error({QT_TRANSLATE_NOOP("core", "The card has not enough memory for this run."), {}},
                 hint(QT_TRANSLATE_NOOP("core",
                                        "Make batch, the hidden widths or the number of lanes smaller, or set device "
                                        "to cpu. The run can be resumed from its last checkpoint."),
                      QT_TRANSLATE_NOOP("core",
                                        "Make batch, the hidden widths or the number of lanes smaller, or set device "
                                        "to cpu.")));
  if (isOutOfMemory(error))
    return Error({QT_TRANSLATE_NOOP("core", "There is not enough memory for this run."), {}},
                 hint(QT_TRANSLATE_NOOP("core",
                                        "Make batch or the hidden widths smaller. The run can be resumed from its last "
                                        "checkpoint."),
                      QT_TRANSLATE_NOOP("core", "Make batch or the hidden widths smaller.")));
  if (says("CUDA error") || says("CUDA driver") || says("cuBLAS") || says("CUBLAS_STATUS"))
    return Error({QT_TRANSLATE_NOOP("core", "The card gave up: %1"), {line}},
                 hint(QT_TRANSLATE_NOOP("core",
                                        "This program cannot use it any more. Start it anew and resume the run from "
                                        "its last checkpoint; if that fails again, with device set to cpu."),
                      QT_TRANSLATE_NOOP("core",
                                        "This program cannot use it any more. Start it anew; if that fails again, with "
                                        "device set to cpu.")));
  if (dynamic_cast<const std::filesystem::filesystem_error*>(&error)) return errorOf(error);
  return Error({QT_TRANSLATE_NOOP("core", "Training broke off: %1"), {line}},
               hint(QT_TRANSLATE_NOOP("core", "The run can be resumed from its last checkpoint."),
                    QT_TRANSLATE_NOOP("core", "Nothing was written.")));
}

}  // namespace sparring
