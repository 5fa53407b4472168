// An update mask may name only fields that can be changed.
#include <google/protobuf/field_mask.pb.h>
#include <gtest/gtest.h>

#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/premises.h"
#include "tests/contract/valid_request.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;

bool HasUpdateMask(const Method& method) { return method.input_type()->FindFieldByName("update_mask") != nullptr; }

// The request's field that holds the changed resource: what the method answers with, or else what its mask follows.
const FieldDescriptor& ResourceField(const Method& method) {
  for (int i = 0; i < method.input_type()->field_count(); ++i) {
    const FieldDescriptor& field = *method.input_type()->field(i);
    if (field.message_type() == method.output_type()) return field;
  }
  const int mask = method.input_type()->FindFieldByName("update_mask")->index();
  if (mask == 0 || method.input_type()->field(mask - 1)->message_type() == nullptr) {
    throw std::logic_error(method.full_name() + " updates nothing");
  }
  return *method.input_type()->field(mask - 1);
}

class UpdateMask : public ::testing::TestWithParam<const Method*> {
 protected:
  const Method& method() const { return *GetParam(); }
  const FieldDescriptor& resource() const { return ResourceField(method()); }

  std::unique_ptr<Message> RequestWithMask(const std::string& path) const {
    auto request = ValidRequest(method(), SharedPremises().ours);
    const auto* reflection = request->GetReflection();
    auto* mask = reflection->MutableMessage(request.get(), method().input_type()->FindFieldByName("update_mask"));
    static_cast<FieldMask&>(*mask).add_paths(path);
    return request;
  }

  void ExpectRefused(const Message& request, const std::string& path, const std::string& reason) const {
    Premises& premises = SharedPremises();
    const auto caller = premises.ours.CallerOf(method());
    const Answer answer = premises.Send(method(), request.SerializeAsString(), caller).get();
    EXPECT_EQ(answer.code(), grpc::StatusCode::INVALID_ARGUMENT) << answer.Told();
    EXPECT_TRUE(answer.Names(path, reason)) << request.ShortDebugString() << "\n" << answer.Told();
  }

  template <class Condition>
  void ExpectRefusedForFieldsThat(Condition holds, const std::string& reason) const {
    for (int i = 0; i < resource().message_type()->field_count(); ++i) {
      const FieldDescriptor& field = *resource().message_type()->field(i);
      if (holds(rpc::FieldRules::Of(field))) {
        ExpectRefused(*RequestWithMask(field.name()), "update_mask.paths[0]", reason);
      }
    }
  }
};

TEST_P(UpdateMask, RefusesAnUnknownField) {
  for (const std::string path : {"no_such_field", "", " ", "name.", "*.name", "название"}) {
    ExpectRefused(*RequestWithMask(path), "update_mask.paths[0]", "UNKNOWN_FIELD");
  }
}

TEST_P(UpdateMask, RefusesOutputOnlyFields) {
  ExpectRefusedForFieldsThat([](const rpc::FieldRules& rules) { return rules.output_only; }, "OUTPUT_ONLY");
}

TEST_P(UpdateMask, RefusesImmutableFields) {
  ExpectRefusedForFieldsThat([](const rpc::FieldRules& rules) { return rules.immutable; }, "IMMUTABLE");
}

TEST_P(UpdateMask, RefusesToClearARequiredField) {
  for (int i = 0; i < resource().message_type()->field_count(); ++i) {
    const FieldDescriptor& field = *resource().message_type()->field(i);
    const auto& rules = rpc::FieldRules::Of(field);
    if (!rules.required || rules.immutable) continue;
    const auto request = RequestWithMask(field.name());
    Message* change = request->GetReflection()->MutableMessage(request.get(), &resource());
    change->GetReflection()->ClearField(change, &field);
    ExpectRefused(*request, resource().name() + "." + field.name(), "REQUIRED");
  }
}

INSTANTIATE_TEST_SUITE_P(Methods, UpdateMask, ::testing::ValuesIn(EveryMethodThat(HasUpdateMask)), NameOfTest);

}  // namespace
}  // namespace voronka::testing
