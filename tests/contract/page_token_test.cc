// A page token continues only the query that it was issued for.
#include <gtest/gtest.h>

#include "foundation/security/base64url.h"
#include "tests/contract/field_setting.h"
#include "tests/contract/premises.h"
#include "tests/contract/valid_request.h"
#include "voronka/crm/v1/user.pb.h"
#include "voronka/options/v1/page_position.pb.h"

namespace voronka::testing {
namespace {

bool IsPaged(const Method& method) { return method.input_type()->FindFieldByName("page_token") != nullptr; }

// For a query that no other method has.
std::string TokenOfAnotherQuery() {
  crm::v1::ListUsersRequest users;
  users.set_page_size(1);
  return SharedPremises().theirs.account().admin().Call<crm::v1::ListUsersResponse>(users).next_page_token();
}

std::string ForgedToken() {
  options::v1::PagePosition position;
  position.set_query_hash(4711);
  position.add_key(-1);
  return security::EncodeBase64Url(position.SerializeAsString());
}

class PageToken : public ::testing::TestWithParam<const Method*> {
 protected:
  void ExpectRefused(const std::string& token) const {
    const Method& method = *GetParam();
    Premises& premises = SharedPremises();
    const auto request = ValidRequest(method, premises.ours);
    PutText(*request, *method.input_type()->FindFieldByName("page_token"), token);
    const auto caller = premises.ours.CallerOf(method);
    const Answer answer = premises.Send(method, request->SerializeAsString(), caller).get();
    EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << token << ": " << answer.Told();
    EXPECT_TRUE(answer.Names("page_token", "BAD_PAGE_TOKEN")) << token << ": " << answer.Told();
  }
};

TEST_P(PageToken, IsRefusedIfItIsGarbage) {
  for (const std::string token : {"A", "garbage", "CQAAAAA", "____"}) ExpectRefused(token);
}

TEST_P(PageToken, IsRefusedIfForged) { ExpectRefused(ForgedToken()); }

TEST_P(PageToken, IsRefusedForAnotherQuery) {
  if (GetParam()->name() != "ListUsers") ExpectRefused(TokenOfAnotherQuery());
}

INSTANTIATE_TEST_SUITE_P(Methods, PageToken, ::testing::ValuesIn(EveryMethodThat(IsPaged)), NameOfTest);

}  // namespace
}  // namespace voronka::testing
