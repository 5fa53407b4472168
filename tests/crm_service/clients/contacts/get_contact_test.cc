#include <gtest/gtest.h>

#include "tests/crm_service/clients/contacts/contact_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

TEST(GetContact, DoesNotFindOneInAnotherAccount) {
  Office office;
  Colleagues others;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр"));
  EXPECT_EQ(FailureOf(others.anna, Getting(made.id())).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
