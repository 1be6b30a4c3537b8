// What was asked for is written, one file after the other: figures as they are, animations step by step.
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/background.h"
#include "base/exportitem.h"
#include "base/theme.h"
#include "shown/shown.h"

namespace sparring {
class AnimationWriter;
}  // namespace sparring

namespace sparring::ui {

/// An item among all of the window's.
struct ExportRow {
  ExportItem item;
  QString group;                                      ///< what it stands below: "Frontier"
  std::function<void()> bring = [] {};                ///< its page to the front, since a hidden one does nothing
  std::function<bool()> ready = [] { return true; };  ///< what is shown is of the step looked at
  bool ofRun = true;                                  ///< its file is named after the run that is shown
  theme::Tone tone = theme::Tone::Light;              ///< of an animation's frames
};

struct ExportOrder {
  ExportRow row;
  QString path;
  double scale = 2;  ///< pixels of a picture for each logical one
  // of an animation
  std::vector<int64_t> steps = {};  ///< ascending
  double framesPerSecond = 0;
};

/// Moves what is shown from step to step and back. While it goes on the window should take no input of the user's. All
/// calls and signals on the window's thread, which encodes nothing.
class ExportRun : public QObject {
  Q_OBJECT
 public:
  /// `shown` must outlive all calls.
  ExportRun(Shown& shown, std::vector<ExportOrder> orders, QObject* parent = nullptr);
  ~ExportRun() override;  ///< cancels

  void start();
  /// Of the file that is being written nothing stays, and those before it stay. ended() follows.
  void cancel();
  bool busy() const { return look_.isActive(); }

 Q_SIGNALS:
  void progressed(int done, int total, const QString& what);
  /// All is as it was before. `problem`: why the last one could not be written, if so.
  void ended(const QStringList& written, const std::optional<sparring::Error>& problem);

 private:
  const ExportOrder& order() const { return orders_[at_]; }
  void begin();    ///< order()
  void proceed();  ///< a little further, where what it waits for is there
  void writeItem();
  void takeFrame();
  void goTo(size_t frame);
  void goBack();  ///< to the step that was shown: what stands still is written of it
  void finished();
  void end(const std::optional<Error>& problem = {});
  void tell();
  template <class Work, class Done>
  void encode(Work work, Done done);

  Shown& shown_;
  std::vector<ExportOrder> orders_;
  size_t at_ = 0;     // of the orders
  size_t frame_ = 0;  // of its steps
  int done_ = 0, total_ = 0;
  bool moved_ = false;
  std::optional<int64_t> before_;  // the step
  QSize canvas_;                   // of the frames, in pixels
  std::shared_ptr<AnimationWriter> writer_;
  QStringList written_;
  QTimer look_;
  Background coder_;  // last: its destructor joins
};

}  // namespace sparring::ui
