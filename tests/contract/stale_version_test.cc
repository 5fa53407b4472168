// An update names the version it is based on, and is refused if somebody else was first.
#include <gtest/gtest.h>

#include "tests/contract/field_setting.h"
#include "tests/contract/premises.h"
#include "tests/contract/valid_request.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;

constexpr int64_t kNeverReached = 4'711'000;

const FieldDescriptor* VersionField(const Method& method) {
  for (int i = 0; i < method.input_type()->field_count(); ++i) {
    const FieldDescriptor* field = method.input_type()->field(i);
    if (field->options().GetExtension(options::v1::field).format() == options::v1::FORMAT_VERSION) return field;
  }
  return nullptr;
}

class StaleVersion : public ::testing::TestWithParam<const Method*> {};

TEST_P(StaleVersion, IsRefused) {
  const Method& method = *GetParam();
  Premises& premises = SharedPremises();
  const auto request = ValidRequest(method, premises.ours);
  const FieldDescriptor& version = *VersionField(method);
  PutNumber(*request, version, kNeverReached);
  const auto caller = premises.ours.CallerOf(method);
  const Answer answer = premises.Send(method, request->SerializeAsString(), caller).get();
  EXPECT_EQ(answer.code(), grpc::StatusCode::ABORTED) << answer.Told();
  EXPECT_EQ(answer.reason(), version.name() == "epoch" ? "STALE_EPOCH" : "STALE_ETAG");
}

INSTANTIATE_TEST_SUITE_P(Methods, StaleVersion, ::testing::ValuesIn(EveryMethodThat(VersionField)), NameOfTest);

}  // namespace
}  // namespace voronka::testing
