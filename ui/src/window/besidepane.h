// A second run beside the first: the same page once more, of another run.
#pragma once

#include <QMap>
#include <QWidget>
#include <filesystem>

#include "base/notice.h"
#include "measure/examiner.h"
#include "measure/measurementstatus.h"
#include "shown/shown.h"
#include "window/pages.h"

class QStackedWidget;
class QTabBar;

namespace sparring::ui {

class Headline;

/// Has what is shown and who measures of its own: neither run disturbs the other. Out of sight until a run was read.
class BesidePane : public QWidget {
  Q_OBJECT
 public:
  /// Pages as those in `like` are set. `session` must outlive the pane.
  BesidePane(const Pages& like, Session& session, QWidget* parent = nullptr);
  ~BesidePane() override;

  void openRun(const std::filesystem::path& run);
  void showPage(const PageRow& row);  ///< one that is PageRow::beside
  void openImage(qint64 index);       ///< on the page that shows one closely
  Shown& shown() { return shown_; }
  Examiner& examiner() { return examiner_; }
  ViewPage& page(const QString& id) const { return *pages_[id]; }  ///< which must be there

 Q_SIGNALS:
  void opened();  ///< a run was read
  void closeAsked();
  void noticed(const sparring::ui::Notice& notice);
  void imageAsked(qint64 index);
  void readAsked(qint64 index);
  void wishAsked(const sparring::Params& params, const std::string& preset);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void make(const PageRow& row, const ViewPage& like);
  void name();

  Examiner examiner_;
  Shown shown_;
  MeasurementStatus standing_;
  Headline* headline_ = nullptr;
  QTabBar* title_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QMap<QString, ViewPage*> pages_;
  const PageRow* row_ = nullptr;  // in sight
};

}  // namespace sparring::ui
