// Rules for the resources whose changes are sent to users (ChangeService.WatchChanges). Whoever may call a reading
// method of the first service in a resource's file gets its changes.
#include <algorithm>

#include "foundation/rpc/calls/audience.h"
#include "tests/contract/methods.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::ServiceDescriptor;

std::vector<const Descriptor*> EveryLiveResource() {
  std::vector<const Descriptor*> resources;
  for (const FileDescriptor* file : EveryFile()) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      const Descriptor& message = *file->message_type(i);
      if (message.options().GetExtension(options::v1::resource).live()) resources.push_back(&message);
    }
  }
  return resources;
}

std::vector<const Method*> ReadingMethods(const ServiceDescriptor& service) {
  return EveryMethodThat([&](const Method& method) { return method.service() == &service && !Writes(method); });
}

// Itself or in a list.
bool Returns(const Method& method, const Descriptor& resource) {
  const Descriptor& answer = *method.output_type();
  if (&answer == &resource) return true;
  for (int i = 0; i < answer.field_count(); ++i) {
    if (answer.field(i)->message_type() == &resource) return true;
  }
  return false;
}

bool AdmitsAny(const std::vector<const Method*>& methods, options::v1::Role role) {
  return std::ranges::any_of(methods,
                             [&](const Method* method) { return rpc::Includes(AccessOf(*method).audience(), role); });
}

class LiveResources : public ::testing::TestWithParam<const Descriptor*> {
 protected:
  const Descriptor& resource() const { return *GetParam(); }
  // Of the first service in the resource's file.
  std::vector<const Method*> reading_methods() const { return ReadingMethods(*resource().file()->service(0)); }
  std::vector<const Method*> MethodsThatReturnIt() const {
    auto methods = reading_methods();
    std::erase_if(methods, [&](const Method* method) { return !Returns(*method, resource()); });
    return methods;
  }
};

TEST_P(LiveResources, HaveANumberAsTheirId) {
  const FieldDescriptor* id = resource().FindFieldByName("id");
  ASSERT_NE(id, nullptr);
  EXPECT_EQ(id->cpp_type(), FieldDescriptor::CPPTYPE_INT64);
  EXPECT_FALSE(id->is_repeated());
}

TEST_P(LiveResources, AreReturnedByTheFirstServiceOfTheirFile) {
  ASSERT_GT(resource().file()->service_count(), 0);
  EXPECT_FALSE(MethodsThatReturnIt().empty()) << resource().file()->service(0)->name();
}

TEST_P(LiveResources, AreReadableByWhoeverReadsAnythingThere) {
  ASSERT_GT(resource().file()->service_count(), 0);
  const EnumDescriptor& roles = *options::v1::Role_descriptor();
  for (int i = 0; i < roles.value_count(); ++i) {
    const auto role = static_cast<options::v1::Role>(roles.value(i)->number());
    EXPECT_EQ(AdmitsAny(MethodsThatReturnIt(), role), AdmitsAny(reading_methods(), role)) << Role_Name(role);
  }
}

INSTANTIATE_TEST_SUITE_P(Resources, LiveResources, ::testing::ValuesIn(EveryLiveResource()),
                         [](const auto& resource) { return resource.param->name(); });

}  // namespace
}  // namespace voronka::testing
