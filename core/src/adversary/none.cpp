#include "adversary/rows.h"

namespace sparring {

namespace {

class None : public Adversary {
  bool makesSamples() const override { return false; }
};

}  // namespace

AdversaryRow noneRow() {
  return {{.name = "none",
           .label = QT_TRANSLATE_NOOP("adversaries", "none"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries", "No opponent: L_total = L. The baseline every claim of robustness is measured against.")},
          [](const Params&, const BuildContext&) -> std::unique_ptr<Adversary> { return std::make_unique<None>(); }};
}

}  // namespace sparring
