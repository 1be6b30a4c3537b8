// All that the window can write, gathered from its pages and views for the one Export dialog.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <filesystem>
#include <vector>

#include "base/notice.h"
#include "export/exportrun.h"

class QWidget;

namespace sparring::ui {

class ExportDialog;
class Pages;
class PairsView;
class SampleView;
class Shown;

class Exports : public QObject {
  Q_OBJECT
 public:
  /// All must outlive it. `window`: that the dialog stands before.
  Exports(Shown& shown, Pages& pages, SampleView& samples, PairsView& pairs, QWidget* window);

  void open();                                        ///< with what the present page has marked
  void openWith(const QString& item);                 ///< with this marked
  void openReport(const std::filesystem::path& run);  ///< for the report of a run of the list
  ExportDialog* dialog() const;                       ///< null where it is not open

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);

 private:
  void show(std::vector<ExportRow> rows, const QStringList& chosen);
  std::vector<ExportRow> rows() const;
  std::vector<ExportRow> rowsOfPages() const;
  std::vector<ExportRow> animations() const;
  ExportRow reportOf(const std::filesystem::path& run) const;

  Shown& shown_;
  Pages& pages_;
  SampleView& samples_;
  PairsView& pairs_;
  QWidget* window_;
  QPointer<ExportDialog> dialog_;
};

}  // namespace sparring::ui
