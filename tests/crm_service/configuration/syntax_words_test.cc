#include "crm_service/configuration/documents/syntax_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "crm_service/configuration/documents/document_text.h"

namespace voronka::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// The first thing that is wrong with a file, in Russian.
std::string WrongWith(const std::string& file) {
  const crm::ReadDocument read(file);
  return read.errors().empty() ? "" : crm::SyntaxWords(read.errors().front().text).ru;
}

TEST(SyntaxWords, SayWhatIsUsuallyWrongInRussian) {
  EXPECT_EQ(WrongWith("pipelines { kee: \"x\" }"), "Поля «kee» здесь не бывает.");
  EXPECT_EQ(WrongWith("pipelines { key: 5 }"), "Здесь нужен текст в кавычках, а стоит «5».");
  EXPECT_EQ(WrongWith("pipelines { reopen_days: \"x\" }"), "Здесь нужно целое число, а стоит «\"x\"».");
  EXPECT_EQ(WrongWith("pipelines { stages { kind: KIND_ODD } }"), "У поля «kind» нет значения «KIND_ODD».");
  EXPECT_EQ(WrongWith("pipelines { key: \"a\" key: \"b\" }"), "Поле «key» указано больше одного раза.");
  EXPECT_EQ(WrongWith("pipelines { key \"a\" }"), "Здесь ожидалось «:», а стоит «\"a\"».");
  EXPECT_EQ(WrongWith("pipelines {"), "Файл обрывается: не закрыта скобка.");
  EXPECT_EQ(WrongWith("pipelines { key: Партнёры }"), "Русские буквы пишут только в прямых кавычках.");
}

TEST(SyntaxWords, AreThoseOfJsonToo) {
  EXPECT_THAT(WrongWith("{\"pipelinez\": []}"), AllOf(HasSubstr("pipelinez"), HasSubstr("» не бывает.")));
}

TEST(SyntaxWords, QuoteWhatIsSaidSeldom) {
  const auto text = crm::SyntaxWords("Something odd.");
  EXPECT_EQ(text.en, "Something odd.");
  EXPECT_EQ(text.ru, "Файл не читается. Программа чтения говорит: «Something odd.».");
}

// Whatever stands in the file, also what looks like a part of the words.
TEST(SyntaxWords, TakeWhatTheFileSaysAsItIs) {
  EXPECT_EQ(crm::SyntaxWords("Expected \"{1}\", found \"{0}\".").ru, "Здесь ожидалось «{1}», а стоит «{0}».");
  EXPECT_EQ(crm::SyntaxWords("Expected \"").ru, "Файл не читается. Программа чтения говорит: «Expected \"».");
}

}  // namespace
}  // namespace voronka::testing
