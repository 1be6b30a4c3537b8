#include "generator/qualities.h"

#include <algorithm>
#include <utility>

#include "sparring/adversaries.h"

namespace sparring::ui {

Qualities::Qualities(Shown& shown, QualityMaker make, QObject* parent)
    : QObject(parent), shown_(shown), meter_(std::move(make)) {
  connect(&shown, &Shown::changed, this, &Qualities::read);
  connect(&meter_, &QualityMeter::progressed, this, &Qualities::progressed);
  connect(&meter_, &QualityMeter::ended, this, &Qualities::ended);
}

bool Qualities::drawsDigits() const { return adversaryInfo(shown_.params().adversary).drawsImages(); }

void Qualities::measureAll() { measure(true); }

void Qualities::read(Shown::What what) {
  if (what & Shown::Beginning) {
    runs_.erase(std::filesystem::path());
    if (measured_.empty()) meter_.cancel();
  }
  if (what & (Shown::Networks | Shown::Assessment)) {
    const auto model = shown_.measuredNetworks().model;
    const bool others = std::exchange(model_, model) != model;
    if (others && drawsDigits() && !(meter_.busy() && meter_.full())) measure(false);
  }
  if (what & (Shown::Run | Shown::Assessment | Shown::Wishes | Shown::Beginning)) Q_EMIT changed();
}

void Qualities::measure(bool full) {
  const Subject subject = shown_.measuredNetworks();
  if (!subject.model) return;
  measured_ = shown_.opened();
  meter_.start(subject, full, [this, run = measured_](Outcome<GeneratorQuality> outcome) {
    if (outcome.error) {
      Q_EMIT noticed(Notice::of(*outcome.error));
      return;
    }
    auto quality = std::make_shared<GeneratorQuality>(std::move(*outcome.value));
    runs_[run].all.place(quality->step, quality);
    if (quality->full) runs_[run].full.place(quality->step, quality);
    if (run.empty() && !shown_.step()) Q_EMIT measured(quality);
    Q_EMIT changed();
  });
}

bool Qualities::alarming() const {
  const Quality quality = newest();
  return quality && drawsDigits() && std::ranges::any_of(quality->checks, [](const Check& check) {
           return check.verdict == Check::Verdict::Alarm;
         });
}

Qualities::Quality Qualities::newest() const { return at(&OfRun::all); }
Qualities::Quality Qualities::full() const { return at(&OfRun::full); }

// The assessment that is shown says which step is meant.
Qualities::Quality Qualities::at(const Timeline<Quality> OfRun::*which) const {
  const Assessed assessment = shown_.assessment();
  const auto found = runs_.find(shown_.opened());
  if (!assessment || found == runs_.end()) return {};
  const Quality* quality = (found->second.*which).at(assessment->step);
  return quality ? *quality : Quality();
}

}  // namespace sparring::ui
