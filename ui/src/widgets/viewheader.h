// The row above a view: what it shows, its controls, "?" and Export.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <vector>

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

  /// What Export does; where there is more than one thing it opens a menu. `file` is the name offered, `write` may
  /// throw Error. Without any of it there is no Export.
  void addPicture(const QString& file, std::function<QImage()> picture);
  void addTable(const QString& file, std::function<QString()> csv);
  void addExport(std::function<QString()> label, std::function<void()> write);
  void setExportTip(const QString& tip);
  void setExportEnabled(bool enabled);

 Q_SIGNALS:
  void failed(const QString& message);  ///< an export could not be written: cause and hint

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Export {
    std::function<QString()> label;  // in the language of now
    std::function<void()> write;
  };
  void retranslate();

  QHBoxLayout* layout_ = nullptr;
  QLabel* caption_ = nullptr;
  HelpButton* help_ = nullptr;
  QToolButton* export_ = nullptr;
  std::vector<Export> exports_;
};

/// `paint` draws into [0,0,size] of a light sheet with the caption above; `scale` device pixels a logical one.
QImage captioned(const QFont& font, const QString& caption, QSizeF size, double scale,
                 const std::function<void(QPainter&)>& paint);

}  // namespace sparring::ui
