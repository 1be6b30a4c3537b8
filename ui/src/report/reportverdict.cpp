#include "report/reportverdict.h"

#include <QCoreApplication>

#include "base/text.h"
#include "robustness/robustfigures.h"
#include "robustness/verdicttext.h"
#include "widgets/verdictmarks.h"

namespace sparring::ui {
namespace {

struct VerdictText {
  Q_DECLARE_TR_FUNCTIONS(report)
};

QString cell(const QString& words, bool together = true) {
  return QStringLiteral("<td%1>").arg(together ? QStringLiteral(" class=\"n\"") : QString()) + words.toHtmlEscaped() +
         QStringLiteral("</td>");
}

QString findingRow(const Finding& finding, const LaneAssessment& trained) {
  QString row =
      QStringLiteral("<tr>") + cell(markSign(markOf(finding.kind)) + QStringLiteral(" ") + findingKind(finding));
  if (finding.kind == Finding::Kind::Doubt)
    row += QStringLiteral("<td colspan=\"3\">") + findingSentence(finding, trained).toHtmlEscaped() +
           QStringLiteral("</td>");
  else
    row += cell(findingTitle(finding, trained)) + cell(findingFigures(finding)) + cell(findingDifference(finding));
  return row + QStringLiteral("</tr>\n");
}

QString table(const QStringList& heads, const QString& rows) {
  QString head;
  for (const QString& one : heads) head += QStringLiteral("<th>%1</th>").arg(one.toHtmlEscaped());
  return QStringLiteral("<table><tr>") + head + QStringLiteral("</tr>\n") + rows + QStringLiteral("</table>\n");
}

QString verdict(const ComparedLane& baseline, const ComparedLane& trained) {
  const auto list = findings(*baseline.lane, *trained.lane);
  QString rows;
  for (const Finding& finding : list) rows += findingRow(finding, *trained.lane);
  const QString who = VerdictText::tr("%1 against %2").arg(trained.name, baseline.name);
  return QStringLiteral("<p><b>") + verdictSentence(list, *trained.lane).toHtmlEscaped() +
         QStringLiteral("</b></p>\n<p class=\"sub\">") +
         (who + QStringLiteral(" · ") + measuredText(*trained.of)).toHtmlEscaped() + QStringLiteral("</p>\n") +
         table({QString(), VerdictText::tr("Attack"), VerdictText::tr("Right: baseline → judged"),
                VerdictText::tr("Difference in points, 95 % interval")},
               rows);
}

QString checks(const LaneAssessment& lane) {
  if (lane.checks.empty()) return {};
  QString rows;
  for (const Check& check : lane.checks)
    rows += QStringLiteral("<tr>") + cell(markText(markOf(check.verdict))) + cell(text(check.title), false) +
            cell(text(check.finding) + QStringLiteral(" ") + text(check.meaning), false) + QStringLiteral("</tr>\n");
  return QStringLiteral("<h2>") + VerdictText::tr("Are these figures to be believed?") + QStringLiteral("</h2>\n") +
         table({QString(), VerdictText::tr("Check"), VerdictText::tr("Finding")}, rows);
}

}  // namespace

QString reportVerdict(const Compared& compared) {
  if (!compared.trained) return {};
  QString html;
  if (compared.baseline)
    html = QStringLiteral("<h2>") + VerdictText::tr("Verdict") + QStringLiteral("</h2>\n") +
           verdict(*compared.baseline, *compared.trained);
  return html + checks(*compared.trained->lane);
}

}  // namespace sparring::ui
