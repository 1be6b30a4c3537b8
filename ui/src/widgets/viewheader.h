// The row above a view: what it shows, its controls, "?" and Export.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <vector>

#include "base/export.h"
#include "base/exportitem.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sparring::ui {

class HelpButton;

class ViewHeader : public QWidget {
  Q_OBJECT
 public:
  explicit ViewHeader(QWidget* parent);

  void setCaption(const QString& caption);
  void setLead(QWidget* lead);  ///< in the place of the caption
  /// Between the caption and the buttons, from left to right.
  void addControl(QWidget* control);
  /// Shows the "?".
  void setHelp(const QString& name, const QStringList& paragraphs);
  QString help() const;  ///< as rich text

  /// A drawing that is written as PNG, SVG or PDF, all from the same size.
  struct Drawing {
    QString name;
    std::function<QString()> label;  ///< in the menu, in the language of now
    QSize size;                      ///< logical pixels
    PaintFunction paint;
    std::function<QString()> file = {};  ///< the file name offered, where it is not `name`
    std::function<bool()> there = {};  ///< whether there is something to draw, where Export being enabled is not enough
  };
  /// What can be exported; where it is more than one thing Export opens a menu. `name` is the item's id, of a table
  /// with
  /// "-table" behind it, and the file name offered. Without any of it there is no Export.
  void addDrawing(Drawing drawing);
  void addPicture(const QString& name, std::function<QImage(double scale)> picture);
  void addTable(const QString& name, std::function<QString()> csv, std::function<QString()> label = {});
  void addItem(ExportItem item);  ///< whatever else; it is there while Export is enabled and `there`, if given, says so
  void addCommand(std::function<QString()> label, std::function<void()> run);  ///< as copying to the clipboard
  void addSeparator();
  void setExportTip(const QString& tip);
  void setExportEnabled(bool enabled);
  const std::vector<ExportItem>& exports() const { return items_; }

 Q_SIGNALS:
  void exportAsked(const QString& item);  ///< by its id

 protected:
  void changeEvent(QEvent* event) override;

 private:
  /// Of Export's menu.
  struct Entry {
    std::function<QString()> label;  // in the language of now; null: a separator
    std::function<void()> run;
    std::function<bool()> there = {};  // null: always
  };
  void addEntry(Entry entry);
  void retranslate();

  QHBoxLayout* layout_ = nullptr;
  QLabel* caption_ = nullptr;
  HelpButton* help_ = nullptr;
  QToolButton* export_ = nullptr;
  std::vector<Entry> entries_;
  std::vector<ExportItem> items_;
};

/// `paint` draws into [0,0,size] of a light sheet with the caption above; `scale` device pixels a logical one.
QImage captioned(const QFont& font, const QString& caption, QSizeF size, double scale,
                 const std::function<void(QPainter&)>& paint);

}  // namespace sparring::ui
