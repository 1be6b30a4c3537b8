// The controls of the latent walk: one row for the plane, one for the morph.
#pragma once

#include <QWidget>

#include "walk/shading.h"

class QComboBox;
class QToolButton;

namespace sparring::ui {

/// Where one walks, and what the ground tells.
class PlaneBar : public QWidget {
  Q_OBJECT
 public:
  explicit PlaneBar(QWidget* parent);

  /// Offers what there is to choose. Emits nothing.
  void setTraits(const GeneratorTraits& traits, const ImageKind& kind);
  int wanted() const;  ///< the class asked for
  void setWanted(int wanted);
  Shade shade() const;                  ///< what can be told: wish() where that is offered
  Shade wish() const { return wish_; }  ///< what was chosen last
  void setShade(Shade shade);

  QComboBox& classes() { return *classes_; }
  QComboBox& shades() { return *shades_; }
  QToolButton& directions() { return *directions_; }
  QToolButton& latent() { return *latent_; }
  QToolButton& closer() { return *closer_; }
  QToolButton& farther() { return *farther_; }

 Q_SIGNALS:
  void wantedChosen();
  void shadeChosen();
  void zoomed(double factor);
  void directionsAsked();
  void latentAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void offerShades();
  void retranslate();

  GeneratorTraits traits_;
  ImageKind kind_;
  Shade wish_ = Shade::Verdict;
  QComboBox* classes_ = nullptr;
  QComboBox* shades_ = nullptr;
  QToolButton* directions_ = nullptr;
  QToolButton* latent_ = nullptr;
  QToolButton* closer_ = nullptr;
  QToolButton* farther_ = nullptr;
};

/// From which class to which, and its playing.
class MorphBar : public QWidget {
  Q_OBJECT
 public:
  explicit MorphBar(QWidget* parent);

  void setKind(const ImageKind& kind);  ///< emits nothing
  int from() const;
  int to() const;
  void setEnds(int from, int to);  ///< emits nothing
  void showPlaying(bool playing);

  QComboBox& first() { return *from_; }
  QComboBox& last() { return *to_; }
  QToolButton& play() { return *play_; }
  QToolButton& other() { return *other_; }

 Q_SIGNALS:
  void endsChosen();
  void playAsked();
  void otherAsked();  ///< another pair of the same classes

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  ImageKind kind_;
  bool playing_ = false;
  QComboBox* from_ = nullptr;
  QComboBox* to_ = nullptr;
  QToolButton* play_ = nullptr;
  QToolButton* other_ = nullptr;
};

}  // namespace sparring::ui
