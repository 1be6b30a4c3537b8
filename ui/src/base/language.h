// The window's language, switchable while it runs.
#pragma once

#include <QString>
#include <QTranslator>
#include <vector>

namespace sparring::ui {

/// A language of the product: its locale name and how it calls itself.
struct LanguageRow {
  const char* name;
  QString title;
};

/// Installs translators into the application. Every widget gets a QEvent::LanguageChange when it switches.
class Language {
 public:
  Language() = default;
  ~Language();
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  static const std::vector<LanguageRow>& all();

  /// "en", "zh_CN", or empty for the machine's locale. An unknown name is English.
  void use(const QString& name);

  /// The language in use: "en" or "zh_CN".
  QString name() const { return name_; }

 private:
  QString name_ = "en";
  QTranslator ours_;
  QTranslator toolkit_;  // Qt's own dialogs, where the machine has their translation
};

}  // namespace sparring::ui
