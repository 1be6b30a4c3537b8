// Hangs the looking views on the examiner: errors, gallery and generator of what the stage shows.
#pragma once

#include <QObject>
#include <filesystem>
#include <map>
#include <memory>

#include "base/notice.h"
#include "base/timeline.h"
#include "measure/measurement.h"
#include "measure/qualitymeter.h"

namespace sparring::ui {

class ErrorsView;
class Examiner;
class GalleryView;
class GeneratorView;
class Session;
class Stage;

class Insight : public QObject {
  Q_OBJECT
 public:
  struct Views {
    ErrorsView& errors;
    GalleryView& gallery;
    GeneratorView& generator;
  };
  /// All must outlive it. `quality` measures generators.
  Insight(Session& session, Examiner& examiner, const Stage& stage, Views views, QualityMaker quality,
          QObject* parent = nullptr);

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);

 private:
  struct Qualities {
    Timeline<std::shared_ptr<const GeneratorQuality>> all, full;
  };

  void refresh();
  void onNetworks(const Subject& subject);
  void measure(bool full);
  void showQuality();
  bool drawsDigits() const;

  Examiner& examiner_;
  const Stage& stage_;
  Views views_;
  std::shared_ptr<const Weights> seen_;                   // the networks the gallery is made of
  std::map<std::filesystem::path, Qualities> qualities_;  // by run; the session's under the empty path
  QualityMeter meter_;
};

/// Attacks on the test images of the subject. Its networks are put together at the first call.
std::function<Gallery(const AttackSpec&, const std::vector<int64_t>&)> galleryMaker(const Subject& subject);

/// Model::quality() of the subject's networks.
QualityMaker qualityMaker();

}  // namespace sparring::ui
