// Rules that hold for every method and field before anything runs.
#include <set>

#include "foundation/rpc/calls/audience.h"
#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/methods.h"
#include "tests/contract/request_paths.h"

namespace voronka::testing {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;

// Methods that carry secrets take no request_id. A form has its own id, or is recognised by its values.
const std::set<std::string> kWithoutRequestId = {
    "Login",     "RefreshSession", "Logout",    "CreatePasswordLink", "RedeemPasswordLink",
    "BeginTotp", "ConfirmTotp",    "SubmitForm"};

class DescriptorRules : public ::testing::TestWithParam<const Method*> {
 protected:
  const Method& method() const { return *GetParam(); }
  const google::protobuf::Descriptor& request() const { return *method().input_type(); }
};

TEST_P(DescriptorRules, RequireAnAccessOption) {
  const auto& access = AccessOf(method());
  const bool names_callers = access.audience() != options::v1::AUDIENCE_UNSPECIFIED || access.services_size() > 0;
  EXPECT_NE(access.public_(), names_callers) << "either public, or for an audience or services";
}

TEST_P(DescriptorRules, NameEachServiceOnce) {
  const auto& services = AccessOf(method()).services();
  EXPECT_EQ(std::set<std::string>(services.begin(), services.end()).size(), static_cast<size_t>(services.size()));
}

TEST_P(DescriptorRules, AllowOnlyServicesWithoutAnAccount) {
  const auto& access = AccessOf(method());
  if (!access.accountless()) return;
  EXPECT_GT(access.services_size(), 0);
  EXPECT_EQ(access.audience(), options::v1::AUDIENCE_UNSPECIFIED) << "a user always has an account";
}

TEST_P(DescriptorRules, BoundEveryFieldACallerMaySet) {
  for (const RequestPath& path : SettablePaths(request())) {
    EXPECT_FALSE(rpc::FieldRules::Of(path.field()).unbounded) << path.text();
  }
}

TEST_P(DescriptorRules, RequireARequestIdForEveryWrite) {
  if (!Writes(method()) || kWithoutRequestId.contains(method().name())) return;
  const FieldDescriptor* field = request().FindFieldByName("request_id");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_REQUEST_ID);
  EXPECT_TRUE(rpc::FieldRules::Of(*field).required);
}

TEST_P(DescriptorRules, RequireListsToBePaged) {
  const FieldDescriptor* next = method().output_type()->FindFieldByName("next_page_token");
  if (next == nullptr) return;
  const FieldDescriptor* size = request().FindFieldByName("page_size");
  const FieldDescriptor* token = request().FindFieldByName("page_token");
  ASSERT_TRUE(size != nullptr && token != nullptr);
  EXPECT_EQ(size->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_PAGE_SIZE);
  EXPECT_EQ(token->options().GetExtension(options::v1::field).format(), options::v1::FORMAT_PAGE_TOKEN);
}

TEST_P(DescriptorRules, RequireAnUnspecifiedFirstEnumValue) {
  for (const RequestPath& path : SettablePaths(request())) {
    const EnumDescriptor* choices = path.field().enum_type();
    if (choices == nullptr) continue;
    ASSERT_NE(choices->FindValueByNumber(0), nullptr) << path.text();
    EXPECT_TRUE(choices->FindValueByNumber(0)->name().ends_with("UNSPECIFIED")) << path.text();
  }
}

TEST_P(DescriptorRules, GiveEachMethodItsOwnRequestType) {
  EXPECT_EQ(request().name(), method().name() + "Request");
  EXPECT_EQ(request().file(), method().file());
}

INSTANTIATE_TEST_SUITE_P(Methods, DescriptorRules, ::testing::ValuesIn(EveryMethod()), NameOfTest);

TEST(Audiences, ConsistOfUsers) {
  const EnumDescriptor& audiences = *options::v1::Audience_descriptor();
  for (int i = 0; i < audiences.value_count(); ++i) {
    const auto& roles = audiences.value(i)->options().GetExtension(options::v1::members).roles();
    EXPECT_EQ(roles.empty(), i == 0) << audiences.value(i)->name();
    for (const int role : roles) {
      EXPECT_NE(role, options::v1::ROLE_UNSPECIFIED) << audiences.value(i)->name();
      EXPECT_NE(role, options::v1::ROLE_SERVICE) << audiences.value(i)->name();
    }
  }
}

TEST(Audiences, IncludeEveryUserInTheLargest) {
  const EnumDescriptor& roles = *options::v1::Role_descriptor();
  for (int i = 0; i < roles.value_count(); ++i) {
    const auto role = static_cast<options::v1::Role>(roles.value(i)->number());
    const bool user = role != options::v1::ROLE_UNSPECIFIED && role != options::v1::ROLE_SERVICE;
    EXPECT_EQ(rpc::Includes(options::v1::AUDIENCE_USERS, role), user) << Role_Name(role);
  }
}

TEST(Descriptors, CoverAllServices) {
  std::set<std::string> packages;
  for (const Method* method : EveryMethod()) packages.insert(method->file()->package());
  EXPECT_EQ(packages, (std::set<std::string>{"voronka.crm.v1", "voronka.distribution.v1", "voronka.notifier.v1"}));
}

}  // namespace
}  // namespace voronka::testing
