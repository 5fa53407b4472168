// Whoever asks for a resource that does not exist reads its name in their own language.
#include "foundation/rpc/requests/absence.h"
#include "tests/contract/methods.h"
#include "voronka/options/v1/resource.pb.h"

namespace voronka::testing {
namespace {

TEST(ResourceNames, AreKnownInRussian) {
  for (const auto* file : EveryFile()) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      const auto& name = file->message_type(i)->options().GetExtension(options::v1::resource).name();
      EXPECT_TRUE(name.empty() || rpc::IsNamedInRussian(name)) << name;
    }
  }
}

}  // namespace
}  // namespace voronka::testing
