#pragma once

#include <cstdint>

#include "voronka/crm/v1/held_form.pb.h"

namespace voronka::crm {

// What a form has held in the last 24 hours, including the submission being held now.
struct HeldLately {
  int64_t forms;
  int64_t bytes;
};

// Throws RESOURCE_EXHAUSTED (TOO_MANY_SUBMISSIONS) when that is too much, as for any flood: a program cannot fill the
// disk, and a person is asked to send the form again later.
void CheckRoomFor(const HeldLately& lately);

// Throws FAILED_PRECONDITION (HELD_FORM_RELEASED).
void CheckIsNotReleased(const v1::HeldForm& held);

}  // namespace voronka::crm
