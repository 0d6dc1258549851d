package offender.cart.saga;

import org.axonframework.spring.stereotype.Saga;

/** Breaks: Axon makes sagas by reflection. */
@Saga
class HiddenSaga {}
