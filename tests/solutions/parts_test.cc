#include <gmock/gmock.h>
#include <google/protobuf/message.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "crm_service/configuration/comparison/configuration_key.h"
#include "tests/solutions/solutions.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using ::testing::UnorderedElementsAreArray;

constexpr std::string_view kBetween = " | ";

// Whether it is a list of things that have keys.
bool IsListOfKeys(const FieldDescriptor& field) {
  return field.is_repeated() && !field.is_map() && crm::KeyFieldOf(*field.message_type()) != nullptr;
}

// `pipelines/sales/loss_reasons | price competitor` of each list in the message.
void AddLists(const Message& message, const std::string& path, std::set<std::string>& lists) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    const auto place = path + field->name();
    if (!field->is_repeated()) AddLists(reflection.GetMessage(message, field), place + "/", lists);
    if (!IsListOfKeys(*field)) continue;
    std::string keys;
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      const auto& item = reflection.GetRepeatedMessage(message, field, i);
      const auto key = crm::KeyOf(item);
      keys += (keys.empty() ? "" : " ") + key;
      AddLists(item, place + "/" + key + "/", lists);
    }
    lists.insert(place + std::string(kBetween) + keys);
  }
}

// What parts.txt says of a solution.
std::set<std::string> ListsToldOf(const std::string& solution) {
  std::set<std::string> lists;
  const auto beginning = solution + std::string(kBetween);
  std::istringstream text(process::ReadFile(std::filesystem::path(VORONKA_SOLUTION_TESTS) / "parts.txt"));
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with(beginning)) lists.insert(line.substr(beginning.size()));
  }
  return lists;
}

class Parts : public ::testing::TestWithParam<std::string> {};

// Rules and required questions have a gate each as well (gates.h).
TEST_P(Parts, AreThoseOfTheList) {
  std::set<std::string> lists;
  AddLists(ReadSolution(GetParam()), "", lists);
  EXPECT_THAT(lists, UnorderedElementsAreArray(ListsToldOf(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Solutions, Parts, ::testing::ValuesIn(EverySolution()), NameOfSolution);

}  // namespace
}  // namespace voronka::testing
