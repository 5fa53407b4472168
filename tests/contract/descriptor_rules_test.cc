// What must be true of every method and field before anything runs.
#include <algorithm>
#include <set>

#include "foundation/rpc/field_rules.h"
#include "tests/contract/methods.h"
#include "tests/contract/request_paths.h"

namespace voronka::testing {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;

// The methods that carry secrets take no request_id; a form has an id of its own, or is known by its values.
const std::set<std::string> kWithoutRequestId = {"Login", "RefreshSession", "Logout", "SubmitForm"};

class DescriptorRules : public ::testing::TestWithParam<const Method*> {
 protected:
  const Method& method() const { return *GetParam(); }
  const google::protobuf::Descriptor& request() const { return *method().input_type(); }
};

bool HasRole(const options::v1::Access& access, options::v1::Role role) {
  return std::count(access.roles().begin(), access.roles().end(), role) > 0;
}

TEST_P(DescriptorRules, SaysWhoMayCall) {
  const auto& access = AccessOf(method());
  EXPECT_NE(access.public_(), access.roles_size() > 0) << "either roles or public";
  EXPECT_FALSE(HasRole(access, options::v1::ROLE_UNSPECIFIED));
}

TEST_P(DescriptorRules, NamesServicesAndNoAccountForServicesAlone) {
  const auto& access = AccessOf(method());
  const bool about_services = access.services_size() > 0 || access.accountless();
  EXPECT_TRUE(!about_services || HasRole(access, options::v1::ROLE_SERVICE));
  EXPECT_TRUE(!access.accountless() || access.roles_size() == 1) << "a user always has an account";
}

TEST_P(DescriptorRules, NamesTheServicesOfAMethodThatChangesAndIsForServicesAlone) {
  const auto& access = AccessOf(method());
  const bool services_alone = access.roles_size() == 1 && HasRole(access, options::v1::ROLE_SERVICE);
  EXPECT_TRUE(!services_alone || !Writes(method()) || access.services_size() > 0);
}

TEST_P(DescriptorRules, BoundsEveryFieldThatACallerSets) {
  for (const RequestPath& path : SettablePaths(request())) {
    EXPECT_FALSE(rpc::FieldRules::Of(path.field()).unbounded) << path.text();
  }
}

TEST_P(DescriptorRules, RequiresARequestIdOfWhatChanges) {
  if (!Writes(method()) || kWithoutRequestId.contains(method().name())) return;
  const FieldDescriptor* field = request().FindFieldByName("request_id");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_REQUEST_ID);
  EXPECT_TRUE(rpc::FieldRules::Of(*field).required);
}

TEST_P(DescriptorRules, ListsByPages) {
  const FieldDescriptor* next = method().output_type()->FindFieldByName("next_page_token");
  if (next == nullptr) return;
  const FieldDescriptor* size = request().FindFieldByName("page_size");
  const FieldDescriptor* token = request().FindFieldByName("page_token");
  ASSERT_TRUE(size != nullptr && token != nullptr);
  EXPECT_EQ(size->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_PAGE_SIZE);
  EXPECT_EQ(token->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_PAGE_TOKEN);
}

TEST_P(DescriptorRules, LeavesTheFirstChoiceUnspecified) {
  for (const RequestPath& path : SettablePaths(request())) {
    const EnumDescriptor* choices = path.field().enum_type();
    if (choices == nullptr) continue;
    ASSERT_NE(choices->FindValueByNumber(0), nullptr) << path.text();
    EXPECT_TRUE(choices->FindValueByNumber(0)->name().ends_with("UNSPECIFIED")) << path.text();
  }
}

TEST_P(DescriptorRules, TakesARequestOfItsOwn) {
  EXPECT_EQ(request().name(), method().name() + "Request");
  EXPECT_EQ(request().file(), method().file());
}

INSTANTIATE_TEST_SUITE_P(Methods, DescriptorRules, ::testing::ValuesIn(EveryMethod()), NameOfTest);

TEST(Descriptors, AreThoseOfAllServices) {
  std::set<std::string> packages;
  for (const Method* method : EveryMethod()) packages.insert(method->file()->package());
  EXPECT_EQ(packages, (std::set<std::string>{"voronka.crm.v1", "voronka.distribution.v1", "voronka.notifier.v1"}));
}

}  // namespace
}  // namespace voronka::testing
