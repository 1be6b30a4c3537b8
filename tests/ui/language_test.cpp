#include <QLabel>
#include <QMenuBar>
#include <QXmlStreamReader>

#include "base/text.h"
#include "library/runspanel.h"
#include "panels/headline.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "sparring/adversaries.h"
#include "sparring/model.h"
#include "sparring/presets.h"
#include "window/actions.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

bool hasChinese(const QString& text) {
  for (const QChar c : text)
    if (c.script() == QChar::Script_Han) return true;
  return false;
}

class LanguageTest : public WindowFixture {
 protected:
  void TearDown() override {
    language_.use("en");
    WindowFixture::TearDown();
  }
};

TEST(TranslationFile, IsComplete) {
  QFile file(SPARRING_TS);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  QXmlStreamReader xml(&file);
  QString context, source;
  int messages = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"name") context = xml.readElementText();
    if (xml.name() == u"source") source = xml.readElementText();
    if (xml.name() != u"translation") continue;
    ++messages;
    const QString type = xml.attributes().value("type").toString();
    EXPECT_TRUE(type.isEmpty()) << context.toStdString() << ": " << source.toStdString() << " is "
                                << type.toStdString();
    const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    EXPECT_FALSE(translation.trimmed().isEmpty()) << context.toStdString() << ": " << source.toStdString();
    for (int place = 1; place <= 9; ++place) {
      const QString mark = QString("%%1").arg(place);
      EXPECT_EQ(source.contains(mark), translation.contains(mark)) << source.toStdString();
    }
  }
  EXPECT_FALSE(xml.hasError());
  EXPECT_GT(messages, 400);
}

TEST_F(LanguageTest, EveryParameterHasChineseTexts) {
  language_.use("zh_CN");
  for (const auto& row : paramTable()) {
    SCOPED_TRACE(row.key);
    EXPECT_TRUE(hasChinese(help(row)));
    EXPECT_TRUE(hasChinese(group(row)));
    // symbols stay what they are
    const QString english = QString::fromStdString(row.label);
    EXPECT_TRUE(hasChinese(label(row)) || english.startsWith("Adam") || english.size() == 1)
        << label(row).toStdString();
  }
}

TEST_F(LanguageTest, EveryAdversaryPresetPhaseAndStateHasAChineseText) {
  language_.use("zh_CN");
  for (const auto& adversary : adversaries()) EXPECT_TRUE(hasChinese(help(adversary))) << adversary.name;
  for (const auto& preset : presets()) {
    SCOPED_TRACE(preset.name);
    EXPECT_TRUE(hasChinese(QString::fromStdString(preset.title.in("zh_CN"))));
    EXPECT_TRUE(hasChinese(QString::fromStdString(preset.help.in("zh_CN"))));
    EXPECT_TRUE(hasChinese(QString::fromStdString(preset.expectation.in("zh_CN"))));
  }
  for (Phase phase : {Phase::Teacher, Phase::Pretrain, Phase::Gan, Phase::Joint}) EXPECT_TRUE(hasChinese(label(phase)));
  for (State state :
       {State::Preparing, State::Ready, State::Running, State::Paused, State::Finished, State::Stopped, State::Failed})
    EXPECT_TRUE(hasChinese(label(state)));
}

TEST_F(LanguageTest, ErrorsOfTheCoreSpeakIt) {
  language_.use("zh_CN");
  Params params;
  try {
    setParam(params, "batch", "0");
    FAIL();
  } catch (const Error& error) {
    EXPECT_TRUE(hasChinese(text(error)));
    EXPECT_TRUE(text(error).contains("batch"));
  }
}

TEST_F(LanguageTest, SwitchingReachesMenusPanelAndTableAtOnce) {
  auto window = openWindow();
  const auto label = [&] { return window->panel().field("batch").findChild<QLabel*>()->text(); };
  ASSERT_EQ(label(), "Batch size");
  window->actions().languages->actions()[1]->trigger();
  EXPECT_EQ(language_.name(), "zh_CN");
  QTest::qWait(0);
  EXPECT_TRUE(hasChinese(label()));
  EXPECT_TRUE(hasChinese(window->menuBar()->actions().first()->text()));
  EXPECT_TRUE(hasChinese(window->actions().start->text()));
  EXPECT_TRUE(hasChinese(window->headline().fullText()));
  EXPECT_TRUE(hasChinese(window->runs().model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString()));
  window->actions().languages->actions()[0]->trigger();
  QTest::qWait(0);
  EXPECT_EQ(label(), "Batch size");
}

TEST_F(LanguageTest, ChoiceIsRemembered) {
  {
    auto window = openWindow();
    window->actions().languages->actions()[1]->trigger();
  }
  EXPECT_EQ(Settings(folder_.filePath("settings.ini")).language(), "zh_CN");
}

}  // namespace
}  // namespace sparring::ui
