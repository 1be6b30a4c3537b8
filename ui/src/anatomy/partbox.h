// One part of the system: what it is, a few of its images, its layers, its numbers, and how it does.
#pragma once

#include <QFrame>
#include <QImage>
#include <map>
#include <string>
#include <vector>

#include "sparring/anatomy.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

class HelpButton;
class LayerBars;
class ValueHandle;

/// Pictures side by side, as many as there is room for.
class PictureStrip : public QWidget {
 public:
  explicit PictureStrip(QWidget* parent);
  void setPictures(std::vector<QImage> pictures);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<QImage> pictures_;
};

class PartBox : public QFrame {
  Q_OBJECT
 public:
  PartBox(AnatomyPart::Kind kind, QWidget* parent);

  AnatomyPart::Kind kind() const { return kind_; }
  /// `title`: "Generator G". `help`: what its "?" says.
  void setPart(const AnatomyPart& part, const QString& title, const QStringList& help);
  /// Layers: of what is wished, and of the training that goes on.
  void setWidths(const std::vector<int64_t>& wished, const std::vector<int64_t>& now, bool readOnly);
  void setValue(const std::string& key, const QString& text, bool readOnly);
  void setPictures(std::vector<QImage> pictures, const QString& caption);
  /// Whether its weights change just now, where something goes on; and a line or more on how it does.
  enum class Doing { Nothing, Resting, Learning };
  void setState(Doing doing, const QString& figures);

  LayerBars* bars() const { return bars_; }
  Doing doing() const { return doing_; }
  QString figures() const;

 Q_SIGNALS:
  void revealAsked(const QString& key);  ///< the first of its parameters, in the panel
  void edited(const QString& key, const QString& text, int slide);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void setDials(const std::vector<std::string>& keys);
  void tellDoing();
  void dim();

  AnatomyPart::Kind kind_;
  AnatomyPart part_;
  Doing doing_ = Doing::Nothing;
  std::map<std::string, ValueHandle*> dials_;
  QVBoxLayout* column_ = nullptr;
  QPushButton* title_ = nullptr;
  HelpButton* help_ = nullptr;
  QLabel* formula_ = nullptr;
  PictureStrip* pictures_ = nullptr;
  QLabel* caption_ = nullptr;
  LayerBars* bars_ = nullptr;
  QLabel* figures_ = nullptr;
};

}  // namespace sparring::ui
