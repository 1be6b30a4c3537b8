#include "window/insight.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "errors/errorsview.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "measure/examiner.h"
#include "session/session.h"
#include "sparring/adversaries.h"
#include "window/stage.h"

namespace sparring::ui {
namespace {

constexpr int64_t kDigits = 1000;  ///< always as many: the figures depend on it

}  // namespace

GalleryMaker galleryMaker(const Subject& subject) {
  struct Shared {
    std::mutex mutex;  // guards model: one thread at a time
    std::optional<Model> model;
  };
  return [subject, shared = std::make_shared<Shared>()](const AttackSpec& attack, const std::vector<int64_t>& index) {
    const std::scoped_lock lock(shared->mutex);
    if (!shared->model) shared->model.emplace(*subject.weights);
    return shared->model->gallery(subject.data->test, attack, index);
  };
}

QualityMaker qualityMaker() {
  return [](const Subject& subject, bool full, const std::function<bool(int64_t, int64_t)>& progress) {
    const int64_t count = std::min(kDigits, subject.data->test.count());
    return Model(*subject.weights).quality(*subject.data, count, full, progress);
  };
}

Insight::Insight(Session& session, Examiner& examiner, const Stage& stage, Views views, QualityMaker quality,
                 QObject* parent)
    : QObject(parent), examiner_(examiner), stage_(stage), views_(views), meter_(std::move(quality)) {
  connect(&examiner, &Examiner::assessmentChanged, this, &Insight::refresh);
  connect(&stage, &Stage::shown, this, &Insight::refresh);
  connect(&session, &Session::runChanged, this, [this] {
    qualities_.erase(std::filesystem::path());
    refresh();
  });
  connect(&session, &Session::paramsChanged, this, &Insight::refresh);
  connect(&views.generator, &GeneratorView::measureAsked, this, [this] { measure(true); });
  connect(&views.generator, &GeneratorView::cancelAsked, &meter_, &QualityMeter::cancel);
  connect(&meter_, &QualityMeter::progressed, &views.generator, &GeneratorView::showProgress);
  connect(&meter_, &QualityMeter::ended, &views.generator, &GeneratorView::endProgress);
  refresh();
}

void Insight::refresh() {
  const Assessed assessment = examiner_.assessment();
  const Subject subject = examiner_.subject();
  views_.errors.show(assessment, subject.data);
  if (subject.weights != seen_) onNetworks(subject);
  views_.generator.setGenerator(drawsDigits());
  views_.generator.setMeasurable(seen_ != nullptr);
  showQuality();
}

void Insight::onNetworks(const Subject& subject) {
  seen_ = subject.weights;
  if (!seen_) {
    views_.gallery.setSource(nullptr);
    return;
  }
  auto source = std::make_shared<GallerySource>();
  source->make = galleryMaker(subject);
  source->data = subject.data;
  if (const Assessed assessment = examiner_.assessment()) {
    source->step = assessment->step;
    for (const auto& lane : assessment->lanes) source->lambdas.push_back(lane.lambda);
  }
  views_.gallery.setSource(std::move(source));
  if (drawsDigits() && !(meter_.busy() && meter_.full())) measure(false);
}

bool Insight::drawsDigits() const { return adversaryInfo(stage_.params().adversary).drawsImages(); }

void Insight::measure(bool full) {
  const Subject subject = examiner_.subject();
  if (!subject.weights) return;
  meter_.start(subject, full, [this, run = stage_.opened()](Outcome<GeneratorQuality> outcome) {
    if (outcome.error) {
      Q_EMIT noticed(Notice::of(*outcome.error));
      return;
    }
    auto quality = std::make_shared<GeneratorQuality>(std::move(*outcome.value));
    qualities_[run].all.add(quality->step, quality);
    if (quality->full) qualities_[run].full.add(quality->step, quality);
    showQuality();
  });
}

// The scrubber moves the examiner; what it shows says which step is meant.
void Insight::showQuality() {
  const Assessed assessment = examiner_.assessment();
  const auto found = qualities_.find(stage_.opened());
  if (!assessment || found == qualities_.end()) return views_.generator.show(nullptr, nullptr);
  const auto* newest = found->second.all.at(assessment->step);
  const auto* full = found->second.full.at(assessment->step);
  views_.generator.show(newest ? *newest : nullptr, full ? *full : nullptr);
}

}  // namespace sparring::ui
