#include <gmock/gmock.h>
#include <google/protobuf/message.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <set>
#include <sstream>

#include "tests/solutions/solutions.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using ::testing::Contains;

const std::filesystem::path kFolder = VORONKA_SOLUTION_TESTS;
constexpr char kAssumed[] = "assumed";
constexpr std::string_view kBetween = " | ";

// A line of corrections.txt.
struct Correction {
  std::string solution;
  std::string name;
  // What the seed says instead, or kAssumed.
  std::string source;
};

Correction ParseCorrection(const std::string& line) {
  const auto first = line.find(kBetween);
  const auto last = line.rfind(kBetween);
  if (first == last) throw std::runtime_error("not a correction: " + line);
  const auto second = first + kBetween.size();
  return {line.substr(0, first), line.substr(second, last - second), line.substr(last + kBetween.size())};
}

std::vector<Correction> ReadCorrections() {
  std::vector<Correction> corrections;
  std::istringstream text(process::ReadFile(kFolder / "corrections.txt"));
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line[0] != '#') corrections.push_back(ParseCorrection(line));
  }
  return corrections;
}

// The items of a checklist and questions are called by what they say.
bool IsName(const FieldDescriptor& field) {
  if (field.name() == "name" || field.name() == "label") return true;
  const auto* type = field.containing_type();
  if (field.name() == "title") return type == crm::v1::Questionnaire::descriptor();
  return field.name() == "text" &&
         (type == crm::v1::ChecklistItem::descriptor() || type == crm::v1::Question::descriptor());
}

// Of pipelines, stages, their checklists and questionnaires, loss reasons, groups, fields, choices and forms.
void AddNames(const Message& message, std::set<std::string>& names) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    if (IsName(*field)) names.insert(reflection.GetString(message, field));
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) AddNames(reflection.GetMessage(message, field), names);
    for (int i = 0; field->is_repeated() && i < reflection.FieldSize(message, field); ++i) {
      AddNames(reflection.GetRepeatedMessage(message, field, i), names);
    }
  }
}

std::set<std::string> NamesOf(const std::string& solution) {
  std::set<std::string> names;
  AddNames(ReadSolution(solution), names);
  return names;
}

// What the solution is described in.
class Seed {
 public:
  explicit Seed(const std::string& solution)
      : text_(icu::UnicodeString::fromUTF8(process::ReadFile(kFolder / "seeds" / (solution + ".txt")))) {}

  // As whole words, in the same case.
  bool Says(const std::string& words) const {
    const auto wanted = icu::UnicodeString::fromUTF8(words);
    for (int at = text_.indexOf(wanted); at >= 0; at = text_.indexOf(wanted, at + 1)) {
      if (!IsInWord(at - 1) && !IsInWord(at + wanted.length())) return true;
    }
    return false;
  }

 private:
  // A character outside of the text is U+FFFF.
  bool IsInWord(int at) const { return u_isalnum(text_.charAt(at)); }

  icu::UnicodeString text_;
};

class Names : public ::testing::TestWithParam<std::string> {
 protected:
  Names() {
    for (const auto& each : ReadCorrections()) {
      if (each.solution == GetParam()) corrections_.push_back(each);
    }
  }
  bool IsCorrected(const std::string& name) const {
    return std::ranges::count(corrections_, name, &Correction::name) > 0;
  }

  const Seed seed_{GetParam()};
  const std::set<std::string> names_ = NamesOf(GetParam());
  std::vector<Correction> corrections_;
};

TEST_P(Names, AreInTheSeedOrAmongTheCorrections) {
  for (const auto& name : names_) {
    EXPECT_TRUE(seed_.Says(name) || IsCorrected(name)) << "«" << name << "» has no source";
  }
}

TEST_P(Names, AreCorrectedWhereTheyDiffer) {
  std::set<std::string> seen;
  for (const auto& [solution, name, source] : corrections_) {
    SCOPED_TRACE(name);
    EXPECT_TRUE(seen.insert(name).second) << "twice in corrections.txt";
    EXPECT_THAT(names_, Contains(name)) << "the solution has no such name";
    EXPECT_FALSE(seed_.Says(name)) << "needs no correction";
    EXPECT_TRUE(source == kAssumed || seed_.Says(source)) << "the seed does not say «" << source << "»";
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Names, ::testing::ValuesIn(NamesIn(kFolder / "seeds", ".txt")), NameOfSolution);

TEST(Corrections, AreOfSolutionsThatHaveASeed) {
  const auto seeds = NamesIn(kFolder / "seeds", ".txt");
  for (const auto& each : ReadCorrections()) EXPECT_THAT(seeds, Contains(each.solution)) << each.name;
}

}  // namespace
}  // namespace voronka::testing
