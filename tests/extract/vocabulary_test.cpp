#include "extract/vocabulary.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

struct LabelCase {
  const char* text;
  Label label;
  bool holds;
};

class LabelOf : public testing::TestWithParam<LabelCase> {};

TEST_P(LabelOf, KnowsWholeShortBlocks) {
  EXPECT_EQ(label_of(GetParam().text).has(GetParam().label), GetParam().holds) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Words, LabelOf,
    testing::Values(LabelCase{"Mehr zum Thema", Label::related, true},
                    LabelCase{"MEHR ZUM THEMA:", Label::related, true},
                    LabelCase{"» Lesen Sie auch …", Label::related, true},
                    LabelCase{"Kommentare (12)", Label::comments, true}, LabelCase{"Most read", Label::popular, true},
                    LabelCase{"Das könnte Sie auch interessieren", Label::related, true},
                    LabelCase{"Anzeige", Label::advertisement, true}, LabelCase{"Schlagwörter", Label::tags, true},
                    LabelCase{"Themen", Label::tags, true}, LabelCase{"Don’t miss", Label::related, true},
                    LabelCase{"Die Anzeige wurde aufgegeben", Label::advertisement, false},
                    LabelCase{"Mehr zum Thema Wasser erfuhr, wer dabei war", Label::related, false},
                    LabelCase{"Schlagwo\xCC\x88rter", Label::tags, true},              // a letter and its dots apart
                    LabelCase{"A\xC2\xADnzei\xC2\xADge", Label::advertisement, true},  // soft hyphens
                    LabelCase{"[ANZEIGE]", Label::advertisement, true},
                    LabelCase{"KÜRZLICH AKTUALISIERT", Label::modified, false},
                    LabelCase{"Schließen", Label::related, false}, LabelCase{"You May Also Like", Label::related, true},
                    LabelCase{"- most  read... 5", Label::popular, true},
                    LabelCase{"5 most read", Label::popular, false}, LabelCase{"Anzeigen", Label::related, false},
                    LabelCase{"", Label::related, false}, LabelCase{"(12)", Label::comments, false}));

TEST(LabelBeforeColon, ReadsTheOpeningWordsOnly) {
  EXPECT_TRUE(label_before_colon("Lesen Sie auch: Der Zug ist zurück").has(Label::related));
  EXPECT_TRUE(label_before_colon("Foto: Paul Ritter").has(Label::caption_credit));
  EXPECT_TRUE(label_before_colon("Er sagte: nichts").empty());
  EXPECT_TRUE(label_before_colon("Lesen Sie auch").empty());
}

TEST(LabelSet, HoldsSeveralLabels) {
  LabelSet set;
  EXPECT_TRUE(set.empty());
  set.add(Label::tags);
  set.add(Label::navigation);
  EXPECT_TRUE(set.has(Label::tags));
  EXPECT_TRUE(set.has(Label::navigation));
  EXPECT_FALSE(set.has(Label::share));
}

TEST(Vocabulary, FindsTheSubjectOfAHeading) {
  EXPECT_EQ(subject_of_heading("Mehr aus Oberwied"), "Oberwied");
  EXPECT_EQ(subject_of_heading("» More in Personal Finance"), "Personal Finance");
  EXPECT_EQ(subject_of_heading("Mehr zum Thema Neue Ordnung"), "Neue Ordnung");
  EXPECT_EQ(subject_of_heading("Mehr aus"), "");
  EXPECT_EQ(subject_of_heading("Mehr zum Thema: Bürger klagen gegen Ordnung"), "");
  EXPECT_EQ(subject_of_heading("Bürger wollen mehr aus Oberwied wissen"), "");
}

}  // namespace
}  // namespace klartext
